/** Stands for vtk's readers of mesh files, which no picture needs (see vite.config.ts). */
export const newInstance = (): never => {
  throw new Error("Meshes are not read here");
};

export default { newInstance };
